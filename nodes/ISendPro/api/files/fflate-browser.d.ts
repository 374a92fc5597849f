// fflate's entry for Node.js starts worker threads, which nothing here needs and n8n's scanner refuses.
declare module 'fflate/browser' {
	export * from 'fflate';
}
