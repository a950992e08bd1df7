//! A published folder that fails when told to, and in which something happens while a file is being put.

use std::pin::Pin;
use std::sync::{Arc, Mutex};

use duties::published::{Answer, Memory, NotPublished, Published};

/// What happens meanwhile, once.
type Meanwhile = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The folder.
pub struct Unsteady {
    inner: Arc<Memory>,
    fails: Mutex<Option<&'static str>>,
    meanwhile: Mutex<Option<(&'static str, Meanwhile)>>,
}

impl Unsteady {
    /// Over a steady one.
    pub fn over(inner: &Arc<Memory>) -> Arc<Self> {
        let inner = Arc::clone(inner);
        Arc::new(Self { inner, fails: Mutex::default(), meanwhile: Mutex::default() })
    }

    /// Whatever has to do with paths that begin so fails from now on; none: nothing does.
    pub fn fail(&self, paths: Option<&'static str>) {
        *self.fails.lock().expect("a lock") = paths;
    }

    /// This happens before the next file whose path begins so is put.
    pub fn meanwhile(&self, paths: &'static str, what: impl Future<Output = ()> + Send + 'static) {
        *self.meanwhile.lock().expect("a lock") = Some((paths, Box::pin(what)));
    }

    fn steady(&self, path: &str) -> Result<(), NotPublished> {
        match *self.fails.lock().expect("a lock") {
            Some(fails) if path.starts_with(fails) => {
                Err(NotPublished { path: path.to_owned(), reason: "the disk is gone".to_owned() })
            }
            _ => Ok(()),
        }
    }

    fn happening(&self, path: &str) -> Option<Meanwhile> {
        let mut place = self.meanwhile.lock().expect("a lock");
        place.take_if(|(paths, _)| path.starts_with(*paths)).map(|(_, what)| what)
    }
}

impl Published for Unsteady {
    fn put<'a>(&'a self, path: &'a str, bytes: &'a [u8]) -> Answer<'a, ()> {
        Box::pin(async move {
            self.steady(path)?;
            if let Some(what) = self.happening(path) {
                what.await;
            }
            self.inner.put(path, bytes).await
        })
    }

    fn get<'a>(&'a self, path: &'a str) -> Answer<'a, Option<Vec<u8>>> {
        Box::pin(async move {
            self.steady(path)?;
            self.inner.get(path).await
        })
    }

    fn remove<'a>(&'a self, path: &'a str) -> Answer<'a, ()> {
        Box::pin(async move {
            self.steady(path)?;
            self.inner.remove(path).await
        })
    }

    fn list<'a>(&'a self, folder: &'a str) -> Answer<'a, Vec<String>> {
        Box::pin(async move {
            self.steady(folder)?;
            self.inner.list(folder).await
        })
    }

    fn sync(&self) -> Answer<'_, ()> {
        self.inner.sync()
    }

    fn latest_checkpoint(&self) -> Answer<'_, Option<String>> {
        self.inner.latest_checkpoint()
    }
}
