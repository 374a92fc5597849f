// fflate's entry for Node.js starts worker threads, which nothing here needs and package scanners refuse.
declare module 'fflate/browser' {
	export * from 'fflate';
}
