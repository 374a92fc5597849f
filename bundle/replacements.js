/**
 * n8n's scanner refuses `require` of Node's own modules, and `process`. iconv-lite asks for three
 * of them, for features that nothing here uses (streams, decoding in chunks, old versions of Node),
 * and carries the multi-byte tables of Chinese, Japanese and Korean: 400 KB for encodings that
 * iSendPro does not speak.
 */
const modules = {
	'safer-buffer': 'module.exports = { Buffer };',
	string_decoder: `
		/** Decodes whole buffers, which is all that iconv-lite's encode and decode ask for. */
		exports.StringDecoder = class {
			constructor(encoding) { this.encoding = encoding; }
			write(bytes) { return bytes.toString(this.encoding); }
			end() { return ''; }
		};`,
	stream: 'module.exports = {};',
};

const singleByteEncodings = `
	module.exports = {
		...require('./internal'),
		...require('./sbcs-codec'),
		...require('./sbcs-data'),
		...require('./sbcs-data-generated'),
	};`;

/** esbuild plugin: what stands in for modules that must not, or need not, be in the bundle. */
exports.replacements = {
	name: 'replacements',
	setup({ onResolve, onLoad }) {
		const inIconv = /node_modules[\\/](iconv-lite|safer-buffer)[\\/]/;
		onResolve({ filter: /^(safer-buffer|string_decoder|stream)$/ }, ({ path, importer }) =>
			inIconv.test(importer) ? { path, namespace: 'replacement' } : undefined,
		);
		onLoad({ filter: /.*/, namespace: 'replacement' }, ({ path }) => ({ contents: modules[path] }));
		onLoad({ filter: /iconv-lite[\\/]encodings[\\/]index\.js$/ }, () => ({
			contents: singleByteEncodings,
		}));
	},
};
