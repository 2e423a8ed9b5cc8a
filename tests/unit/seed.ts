import fc from "fast-check";

// Random tables are the same in each run, so that a test which fails fails again; SEED=… gives others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
