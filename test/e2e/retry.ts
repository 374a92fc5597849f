// A real server on a busy machine now and then takes longer than a test can know. What fails is
// printed, counted by .ci/count-tests.mjs, and has to pass when it is done again. Not so in the files
// about loss and repetition.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
