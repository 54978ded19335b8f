// Clicks through the dashboard as an integrator does, says what it expects after each click, and
// takes pictures of every page: node drive.mjs <program> <folder>.
//
// The browser runs no script: the pages need none.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

import { check, checkWidths } from "./looks.mjs";
import { gateways } from "./payments.mjs";
import { startSandbox } from "./sandbox.mjs";
import { openShop } from "./shop.mjs";

const [program, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const sandbox = await startSandbox(program);
const shop = await openShop();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" "),
});
const make = gateways(sandbox.url, shop.url);

// A browser that is nobody's yet. What it complains about, and what it loads from elsewhere, fails.
async function open(options) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => assert.fail(`${page.url()}: ${message.text()}`));
  page.on("request", (request) => {
    const ours = [sandbox.url, shop.url].some((url) => request.url().startsWith(url));
    assert.ok(ours, `${page.url()} asks for ${request.url()}`);
  });
  return page;
}

const page = await open({});
const go = (path) => page.goto(sandbox.url + path);
const click = (role, name) => page.getByRole(role, { name, exact: true }).click();
const button = (name) => click("button", name);
const link = (name) => click("link", name);
const tab = (name) => page.locator(".top nav").getByRole("link", { name }).click();
const flash = () => page.locator(".flash").innerText();
const status = () => page.locator(".title .badge").innerText();
async function says(expected, what = flash) {
  assert.equal(await what(), expected);
}
async function picture(name) {
  await check(page, name);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
const inLanguage = (path, lang) => `${sandbox.url}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`;
async function detail(order) {
  await go("/");
  await page.locator(".payments").getByRole("link", { name: order, exact: true }).click();
}

try {
  // Nothing yet.
  await go("/");
  assert.ok(await page.getByText(`${sandbox.url}/alqaseh/v1`).isVisible());
  await picture("empty");

  // The portal, by its form.
  await tab("Settings");
  await page.getByLabel("Webhook URL", { exact: true }).fill(`${shop.url}/paylink`);
  await page.getByLabel("Refund webhook URL").fill(`${shop.url}/refund`);
  await page.getByRole("button", { name: "Save" }).nth(1).click();
  await says("The portal of sandbox-merchant is saved.");
  await page.getByLabel("EGW: form of callbacks").selectOption("form");
  await page.getByRole("button", { name: "Save" }).first().click();
  await says("The settings are saved.");
  await picture("settings");

  // The shop makes payments.
  const first = await make.api2("A-1001", 25000, "Two books: Le Petit Prince");
  await make.api2("A-1002", 149000.5, "كتابان في الفقه");
  await make.api2("A-1003", 8000, "Pens");
  await make.api2("A-1004", 3500, "Paper");
  await make.egw("771446", "11500", "IT Books. Qty: 2", "0");
  await make.egw("771447", "42000", "Annual subscription", "1");
  await make.egw("771448", "9000", "Coffee beans", "1");
  await make.egw("771449", "52000", "Two chairs", "0");
  await make.paylink("P-88", 115, "حقيبة جلدية");
  await make.paylink("P-89", 60, "Notebook");
  await make.paylink("P-90", 75.5, "Tea");

  // Paying and declining from the list.
  await go("/");
  assert.equal(await page.locator(".payments tbody tr").count(), 11);
  for (const order of ["A-1002", "771447", "771446", "771449", "P-88"]) {
    await button(`Pay: ${order}`);
    await says("Paid. The shop is being told.");
  }
  await button("Decline: A-1003");
  await says("The card was declined, response code 51.");
  assert.equal(await page.locator(".waiting .card").count(), 2);
  await page.getByLabel("System").selectOption("egw");
  await button("Filter");
  assert.equal(await page.locator(".payments tbody tr").count(), 4);
  await button("Decline: 771448");
  assert.ok(page.url().endsWith("system=egw"), "the filter stays");

  // One payment at a time.
  await detail("A-1004");
  await button("Expire");
  await says("The payment expired.");
  await says("expired", status);
  await detail("A-1002");
  await button("Reverse");
  await says("The payment was reversed.");
  assert.equal(await page.getByRole("button", { name: "Reverse" }).count(), 0);
  await detail("771446");
  await page.getByLabel("Amount to take").fill("99999");
  await button("Complete");
  await says("Not done: Over limit (RC 61)");
  await page.getByLabel("Amount to take").fill("10000");
  await button("Complete");
  await says("The authorization was completed: 10000 were taken.");
  await says("completed", status);
  await picture("authorization");
  await detail("P-90");
  await button("Cancel");
  await says("The invoice was cancelled: it can't be paid any more.");
  await detail("A-1001");
  await button("Revoke");
  await says("revoked", status);
  await page.getByLabel("Force a status").selectOption("unknown");
  await button("Force");
  await says("The status is now unknown.");
  await picture("payment");

  // The customer's page, and its way back to the shop.
  assert.equal(await page.getByRole("link", { name: "Open the pay page" }).getAttribute("href"), `/alqaseh/pay/${first.token}`);
  await go(`/alqaseh/pay/${first.token}`);
  await picture("pay");
  await link("العربية");
  await picture("pay-arabic");
  await link("English");
  await page.getByLabel("Card number").fill("5341 4329 0007 7803");
  await page.getByLabel("Expiry").fill("01/2027");
  await page.getByLabel("Security code").fill("971");
  await page.getByRole("button").click();
  assert.match(page.url(), /\/return\?payment_id=.*&status=Success$/);

  // Deliveries: each answer of the shop, and sending one again.
  await detail("771447");
  await page.locator(".list .id a").first().click();
  await says("delivered", status);
  assert.ok(await page.getByText("thank you").isVisible());
  await button("Send again");
  assert.match(await flash(), /^Delivery #\d+ was sent; the shop took it\.$/);
  assert.equal(await page.locator(".attempts > li").count(), 2);

  // Forged ones are refused by the shop.
  await link("Forge one like it");
  await picture("forge");
  await button("Send");
  assert.match(await flash(), /^The forged delivery #\d+ was sent; the shop refused it\.$/);
  assert.ok(await page.getByText("P_SIGN does not match").first().isVisible());
  await picture("forged");
  for (const how of ["Unsigned", "Another amount"]) {
    await link("Forge one like it");
    await page.getByLabel("Change").selectOption(how);
    await button("Fill in");
    await button("Send");
    assert.match(await flash(), /^The forged delivery #\d+ was sent; the shop refused it\.$/, how);
  }
  await detail("P-88");
  await page.locator(".list .id a").first().click();
  await link("Forge one like it");
  await button("Send");
  assert.ok(await page.getByText("no such secret").first().isVisible());
  await tab("Deliveries");
  await picture("deliveries");

  // A fault breaks the next request, and the list says so.
  await tab("Faults");
  await link("Not processed: an HTTP status instead");
  await page.getByLabel("Path contains").fill("payments/create");
  await picture("faults");
  await button("Arm");
  await says("The fault is armed.");
  assert.equal(await page.locator(".count").innerText(), "1");
  await assert.rejects(make.api2("A-9", 1000, "Never made"), /503/);
  await tab("Faults");
  assert.equal(await page.locator(".count").count(), 0);
  await link("Held back until it is sent by hand");
  await button("Arm");
  await button("Clear all");
  await says("All faults are cleared.");

  // Time passes: what nobody acknowledged is refunded.
  await detail("P-88");
  await button("+1 min");
  assert.match(await flash(), /^The sandbox's clock says 20\d\d-/);
  await button("+1 h");
  // The gateway sees it a moment later.
  const refund = page.getByText("paylink.refund_webhook");
  for (const until = Date.now() + 15_000; Date.now() < until && !(await refund.count()); ) await go("/dashboard/deliveries");
  assert.ok(await refund.isVisible());
  await page.getByText("Set a time").click();
  await page.getByLabel("Time (UTC)").fill("2027-03-01T09:30:00");
  await button("Set");
  await says("The sandbox's clock says 2027-03-01 09:30:00.");
  await button("Back to real time");
  await says("The sandbox's clock is back at real time.");

  // Keyboard: the first stop skips the frame, and what has the focus shows it.
  await go("/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.match(page.url(), /#content$/);

  // Refreshing is asked for.
  await go("/");
  await link("Refresh every 5 s");
  assert.equal(await page.locator("meta[http-equiv=refresh]").count(), 1);
  await link("Stop refreshing");
  assert.equal(await page.locator("meta[http-equiv=refresh]").count(), 0);
  await make.api2("A-1005", 64000, "Garden table");
  const late = await make.paylink("P-91", 230, "Prayer rug");
  await make.admin("pay", { transaction_no: late.transactionNo });
  await go("/");
  await picture("overview");
  await page.screenshot({ path: `${folder}/readme.png`, clip: { x: 0, y: 0, width: 1280, height: 800 } });

  // Arabic, from right to left, until something else is chosen.
  await link("العربية");
  assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
  const [brand, tools] = [await page.locator(".brand").boundingBox(), await page.locator(".tools").boundingBox()];
  assert.ok(brand.x > tools.x, "the page is mirrored");
  await button("ارفض البطاقة: P-89");
  await says("رُفضت البطاقة، رمز الاستجابة 51.");
  await button("ادفع: P-89");
  await says("تم الدفع، ويجري إشعار المتجر.");
  await go("/dashboard/deliveries");
  const url = page.locator("td.url bdi").first();
  assert.equal(await url.evaluate((e) => getComputedStyle(e).direction), "ltr");
  await button("+1 ساعة".padStart(8, "‎"));
  assert.match(await flash(), /^ساعة البيئة التجريبية الآن/);
  await button("العودة إلى الوقت الفعلي");

  // Every page, in every look.
  const paths = { overview: "/", deliveries: "/dashboard/deliveries", delivery: "/dashboard/deliveries/3", forge: "/dashboard/forge?from=3", faults: "/dashboard/faults?kind=status", settings: "/dashboard/settings" };
  await detail("771449");
  paths.authorization = new URL(page.url()).pathname;
  await detail("P-91");
  paths.invoice = new URL(page.url()).pathname;
  paths.pay = `/paylink/pay/order/${(await make.paylink("P-92", 1250, "Saffron")).transactionNo}`;
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, deviceScaleFactor: 2 };
  for (const [look, lang, options] of [
    ["light", "en", {}],
    ["dark", "en", { colorScheme: "dark" }],
    ["arabic", "ar", {}],
    ["arabic-dark", "ar", { colorScheme: "dark" }],
    ["phone", "en", phone],
    ["phone-arabic", "ar", { ...phone, colorScheme: "dark" }],
    ["narrow", "en", { viewport: { width: 320, height: 600 } }],
  ]) {
    const other = await open(options);
    for (const [name, path] of Object.entries(paths)) {
      await other.goto(inLanguage(path, lang));
      await check(other, `${look} ${name}`);
      await other.screenshot({ path: `${folder}/${look}-${name}.png`, fullPage: true });
    }
    await other.context().close();
  }

  // Long texts, at every width: nothing sticks out. Two pictures are for people.
  const long = "A-2026-11-20-0123456789-ABCDEFG";
  await make.api2(`${long}1`, 99_999_999, "A description of fifty-five letters, which is very long");
  await make.api2(`${long}2`, 12_345_678.25, "وصف عربي طويل جدًا لا يتسع له سطر واحد في قائمة الدفعات مهما اتسعت الصفحة أو ضاقت");
  await make.egw("9123456789012345", "123456789.25", "ADescriptionWithoutABlankWhichIsVeryLongIndeed1234", "0");
  const refunded = await make.paylink(`${long}3`, 9_999_999.25, "A leather bag, a notebook, and a prayer rug from the old town");
  await make.admin("pay", { transaction_no: refunded.transactionNo });
  await make.acknowledge(refunded.transactionNo);
  await make.admin(`paylink/orders/${refunded.transactionNo}/refund`, {});
  await go("/");
  await button("ادفع: 9123456789012345");
  const wide = await open({});
  for (const lang of ["en", "ar"]) {
    for (const [name, path] of Object.entries(paths)) {
      await wide.goto(inLanguage(path, lang));
      await checkWidths(wide, `${lang} ${name}`);
    }
    for (const width of [900, 1024]) {
      await wide.setViewportSize({ width, height: 800 });
      await wide.goto(inLanguage("/", lang));
      await wide.screenshot({ path: `${folder}/long-${lang}-${width}.png`, fullPage: true });
    }
  }
  // An Arabic description begins at its own beginning, also in an English list.
  await wide.goto(inLanguage("/", "en"));
  const arabic = wide.locator(".one", { hasText: "وصف عربي" });
  assert.deepEqual(await arabic.evaluate((e) => [getComputedStyle(e).direction, getComputedStyle(e).textAlign]), ["rtl", "left"]);
  await wide.context().close();

  // And everything is forgotten.
  await go("/dashboard/settings?lang=en");
  await page.getByLabel("I mean it: this can't be undone").check();
  await button("Forget everything");
  await says("Everything was forgotten but the configuration.");
  await go("/");
  assert.ok(await page.getByText("No payments yet").isVisible());
  console.log(`The dashboard does what it says. Pictures: ${folder}`);
} catch (error) {
  await page.screenshot({ path: `${folder}/failed.png`, fullPage: true });
  console.error(`At ${page.url()}; see ${folder}/failed.png`);
  throw error;
} finally {
  await browser.close();
  sandbox.stop();
  shop.close();
}
