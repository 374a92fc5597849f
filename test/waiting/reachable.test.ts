import { checkReachable, isPrivateAddress } from '../../nodes/ISendPro/waiting/reachable';

const isendpro = 'https://www.isendpro.com/cgi-bin/';

describe('an address that the internet does not reach', () => {
	it.each([
		...[
			'http://localhost:5678/',
			'http://LOCALHOST',
			'http://localhost.:5678/',
			'https://n8n.localhost/',
		],
		...[
			'http://127.0.0.1:5678/',
			'http://127.1/',
			'http://127.255.255.254/',
			'http://0.0.0.0:5678/',
		],
		// One number, hexadecimal, octal: all are 127.0.0.1
		...[
			'http://2130706433/',
			'http://0x7f000001/',
			'http://0177.0.0.1/',
			'http://0/',
			'http://①②⑦.0.0.1/',
		],
		...[
			'http://10.0.0.5/',
			'http://172.16.0.1/',
			'http://172.31.255.255/',
			'http://192.168.1.20:5678/',
		],
		...[
			'http://169.254.169.254/',
			'http://100.64.0.1/',
			'http://192.0.2.1/',
			'http://255.255.255.255/',
		],
		...['http://224.0.0.1/', 'http://3232235796/', 'http://192.168.257/'],
		...[
			'http://[::1]:5678/',
			'http://[::]/',
			'http://[fe80::1]/',
			'http://[fc00::1]/',
			'http://[fd12:3456::1]/',
		],
		...[
			'http://[::ffff:127.0.0.1]/',
			'http://[::ffff:c0a8:114]/',
			'http://[::10.0.0.1]/',
			'http://[2001:db8::1]/',
		],
		...[
			'http://n8n:5678/',
			'http://raspberrypi/',
			'http://nas.local/',
			'http://n8n.fritz.box.lan/',
		],
		...[
			'http://n8n.internal/',
			'http://host.docker.internal:5678/',
			'http://n8n.home.arpa/',
			'http://n8n.test/',
		],
		...[
			'http://n8n.corp/',
			'http://n8n.home./',
			'http://server.localdomain/',
			'http://n8n.intranet/',
		],
	])('is told by its host: %s', (address) => {
		expect(isPrivateAddress(address)).toBe(true);
		expect(() => checkReachable(`${address}webhook-waiting/1`, isendpro)).toThrow(
			/^Phones cannot open the page of the question: the address of this n8n is http/,
		);
	});

	it.each([
		...['https://n8n.example.com/', 'https://gateway.example/', 'https://localhost.example.com/'],
		...[
			'https://local.fr/',
			'https://internal.fr/',
			'https://10.fr/',
			'https://192-168-1-1.example.com/',
		],
		...[
			'https://8.8.8.8/',
			'http://172.15.0.1/',
			'http://172.32.0.1/',
			'http://192.169.0.1/',
			'http://11.0.0.1/',
		],
		...[
			'https://[2a01:e0a::1]/',
			'https://[::ffff:8.8.8.8]/',
			'http://134744072/',
			'https://café.fr/',
		],
	])('is not: %s', (address) => {
		expect(isPrivateAddress(address)).toBe(false);
		expect(() => checkReachable(address, isendpro)).not.toThrow();
	});

	it.each(['', 'localhost:5678', 'not an address', 'mailto:a@localhost'])(
		'is nothing that is no web address: %j',
		(address) => expect(isPrivateAddress(address)).toBe(false),
	);

	it('does, for the phones of a test gateway that is private itself', () => {
		for (const gateway of [
			'http://127.0.0.1:8080/',
			'http://simulator:8080/',
			'http://localhost/',
		]) {
			expect(() => checkReachable('http://localhost:5678/', gateway)).not.toThrow();
		}
	});
});
