declare module '@socialgouv/jours-feries' {
	/** The public holidays of metropolitan France by name, each at midnight of the machine's own zone. */
	function joursFeries(year: number): Record<string, Date>;
	export = joursFeries;
}
