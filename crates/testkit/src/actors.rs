//! A running service and the people who use it, over its pages: no socket, each with cookies of their own.

mod answer;
mod house;
mod person;
mod shop;
mod staff;
mod visitor;

pub use answer::Answer;
pub use house::{House, Stores};
pub use person::Person;
pub use shop::Shop;
pub use staff::{PASSWORD, Staff};
pub use visitor::Visitor;
