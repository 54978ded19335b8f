// A placeholder until the types are written from the core's tables.
export declare function echo(text: string): string;
export declare function panic(): never;
