import { readDeliveryReceipt } from '../../../nodes/ISendPro/api/callbacks/delivery-receipt';
import { readCall } from '../../../nodes/ISendPro/api/callbacks/incoming-call';
import { readReply } from '../../../nodes/ISendPro/api/callbacks/reply';
import { readPhoneNumbers } from '../../../nodes/ISendPro/api/numbers/phone-number';

/** The number of a receipt and of a reply. @param tel as it stands in the query */
function numbersOf(tel: string) {
	const call = readCall(Buffer.from(`tel=${tel}&statut=0&msg_sms=STOP`, 'latin1'));
	return [readDeliveryReceipt(call)?.to, readReply(call)?.from];
}

const FORMS = [
	['0612345678', '0612345678'],
	['33612345678', '0612345678'],
	['%2B33612345678', '0612345678'],
	['+33612345678', '0612345678'],
	['%2033612345678', '0612345678'],
	['0033612345678', '0612345678'],
	['612345678', '0612345678'],
	['%2B33%206%2012%2034%2056%2078', '0612345678'],
	['06.12.34.56.78', '0612345678'],
	['32470123456', '0032470123456'],
	['%2B32470123456', '0032470123456'],
	['+32470123456', '0032470123456'],
	['0032470123456', '0032470123456'],
	['0032%20470%2012%2034%2056', '0032470123456'],
	['0696123456', '0596696123456'],
	['596696123456', '0596696123456'],
	['+596696123456', '0596696123456'],
	['00596696123456', '0596696123456'],
	['0596696123456', '0596696123456'],
	['33696123456', '0596696123456'],
	['262692123456', '00262692123456'],
	['0692123456', '00262692123456'],
	['00687751234', '00687751234'],
	['%2B687751234', '00687751234'],
	['0061412345678', '0061412345678'],
	['14155552671', '0014155552671'],
] as const;

describe('The number of a receipt and of a reply', () => {
	it.each(FORMS)('that comes as %s is %s, as Send submits it', (tel, submitted) => {
		expect(numbersOf(tel)).toEqual([submitted, submitted]);
	});

	it.each(FORMS)('that comes as %s can be sent to', (tel) => {
		const [to] = numbersOf(tel);
		expect(readPhoneNumbers(to).map(({ submitted }) => submitted)).toEqual([to]);
	});

	it.each(['06', '36180', '12', 'tel:1', '[1]', '0612345678,0612345679', '99999999999999999999'])(
		'that cannot be read stays as it came: %s',
		(tel) => {
			expect(numbersOf(tel)).toEqual([tel, tel]);
		},
	);

	it.each(FORMS)(
		'in the form that it comes in, %s, is taken by every operation',
		(tel, submitted) => {
			const came = decodeURIComponent(tel.replaceAll('+', ' '));
			const read = readPhoneNumbers(came).map((number) => number.submitted);
			expect(read).toEqual([submitted]);
		},
	);
});
