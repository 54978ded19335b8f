using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(
    name = "main",
    worker = (
      modules = [
        (name = "worker", esModule = embed "workerd.js"),
        (name = "qantara.wasm", wasm = embed "node_modules/qantara/qantara.wasm"),
      ],
      compatibilityDate = "2025-01-01",
    ),
  )],
);
