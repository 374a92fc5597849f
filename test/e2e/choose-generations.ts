// What jest.e2e.config.js has chosen for this run of the file; the files read the variable.
const { generations } = globalThis as { generations?: string };
if (generations !== undefined) process.env.N8N_GENERATIONS = generations;
