// On a busy machine a real server sometimes takes longer than a test allows. A failure is printed,
// counted by .ci/count-tests.mjs, and has to pass when it is repeated. The files about loss and
// repetition do not retry.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
