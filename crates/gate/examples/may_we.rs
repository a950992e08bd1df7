//! The gate in a program of one's own: a policy, what happened, a question. `cargo run -p gate --example may_we`

#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use gate::{Event, Fact, Gate, Question, Rules, Standing};
use jiff::Timestamp;
use policy::{Source, compile};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string("examples/wepack/policy.yaml")?;
    let policy = compile(&Source::new("policy.yaml", text)).policy.ok_or("the policy has errors")?;
    let mut gate = Gate::new(Rules::of(&policy));

    let at: Timestamp = "2026-11-30T12:00:00Z".parse()?;
    let event = Event::ConsentGiven { purpose: "campaigns".to_owned(), expires: None };
    let kari = [7; 16];
    gate.set(kari, Standing::fold(&[Fact { at, policy: Some(policy.hash), event }]));

    for purpose in ["campaigns", "deliver-orders"] {
        let ask = gate.rules().ask(&Question::about(purpose, at)).map_err(|reason| reason.says())?;
        let decision = gate.decide_for(&ask, &kari);
        println!("{purpose}: {} ({})", decision.reason.says(), decision.reason.article());
    }
    Ok(())
}
