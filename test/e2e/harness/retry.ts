// A real server on a busy machine now and then takes longer than a test can know. What fails is
// printed, and has to pass when it is done again.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
