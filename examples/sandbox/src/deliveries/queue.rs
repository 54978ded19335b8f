//! Writing a delivery down, with what faults make of it.

use std::collections::HashSet;

use super::{Delivery, Message, Status};
use crate::app::State;
use crate::faults::{Gateway, OnDelivery};

/// As many deliveries are kept, and those that are not over.
const KEPT: usize = 10_000;

/// The deliveries that wait until the next one has overtaken them, of the same gateway to the same
/// merchant.
#[derive(Default)]
pub(crate) struct Overtaken(Vec<(Lane, u64)>);

type Lane = (Option<Gateway>, String);

impl Overtaken {
    pub(super) fn forget(&mut self, id: u64) {
        self.0.retain(|(_, other)| *other != id);
    }
}

impl State {
    /// After a restart: the deliveries that nothing has overtaken yet.
    pub(crate) fn who_is_overtaken(&self) -> Overtaken {
        let overtakes: HashSet<u64> = self.deliveries.iter().flat_map(|(_, d)| &d.overtakes).copied().collect();
        let swap = OnDelivery::Swap(0).name();
        let waits = |d: &Delivery| d.state == Status::Waiting && d.fault.as_deref() == Some(swap);
        let waiting = self.deliveries.iter().filter(|(id, d)| waits(d) && !overtakes.contains(id));
        Overtaken(waiting.map(|(id, d)| ((d.kind.gateway(), d.merchant.clone()), id)).collect())
    }

    /// Writes a message down, to be sent by [`super::start`], and returns its id.
    pub(crate) fn queue(&mut self, message: Message) -> u64 {
        let lane = (message.kind.gateway(), message.merchant.clone());
        // What overtakes another one is not itself overtaken: faults swap pairs.
        let overtakes = self.overtaken.0.iter().any(|(of, _)| *of == lane);
        let fault = self.faults.for_delivery(&message, overtakes);
        let mut delivery = Delivery::of(message);
        delivery.fault = fault.as_ref().map(|f| f.name().to_owned());
        match fault {
            Some(OnDelivery::Hold) => delivery.state = Status::Held,
            Some(OnDelivery::Drop) => delivery.state = Status::Dropped,
            Some(OnDelivery::Late(milliseconds)) => delivery.hold_back(milliseconds),
            Some(OnDelivery::Swap(milliseconds)) => {
                delivery.hold_back(milliseconds);
                let id = self.keep(delivery);
                self.overtaken.0.push((lane, id));
                return id;
            }
            Some(OnDelivery::Alter(body)) => delivery.body = body,
            Some(OnDelivery::Duplicate(milliseconds)) => {
                let mut copy = delivery.clone();
                let id = self.send_next(&lane, delivery);
                copy.copy_of = Some(id);
                copy.hold_back(milliseconds);
                self.keep(copy);
                return id;
            }
            None => {}
        }
        if delivery.state == Status::Pending { self.send_next(&lane, delivery) } else { self.keep(delivery) }
    }

    /// Keeps a delivery that is sent at once: it overtakes those that wait for that.
    fn send_next(&mut self, lane: &Lane, mut delivery: Delivery) -> u64 {
        let overtaken = self.overtaken.0.extract_if(.., |(of, _)| of == lane);
        delivery.overtakes = overtaken.map(|(_, id)| id).collect();
        self.keep(delivery)
    }

    fn keep(&mut self, delivery: Delivery) -> u64 {
        if self.deliveries.len() >= KEPT {
            let oldest = self.deliveries.iter().find(|(_, d)| d.state.is_over()).map(|(id, _)| id);
            oldest.into_iter().for_each(|id| self.deliveries.remove(id));
        }
        self.deliveries.add(delivery)
    }
}

impl Delivery {
    fn of(message: Message) -> Delivery {
        Delivery {
            kind: message.kind,
            merchant: message.merchant,
            order: message.order,
            url: message.url,
            content_type: message.content_type,
            body: message.body,
            state: Status::Pending,
            attempts: Vec::new(),
            about: message.about,
            fault: None,
            copy_of: None,
            milliseconds: 0,
            overtakes: Vec::new(),
            starts: 0,
            before: 0,
            header: message.header,
            accepted: message.accepted,
        }
    }

    fn hold_back(&mut self, milliseconds: u64) {
        self.state = Status::Waiting;
        self.milliseconds = milliseconds;
    }
}
