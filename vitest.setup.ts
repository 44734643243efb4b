import fc from 'fast-check';

// Property tests try the same inputs in every run, so that a run that is red says something about the change it tests.
// Other inputs: FC_SEED=<number> npm run unit.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_251_125) });
