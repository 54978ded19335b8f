// A placeholder until the types are written from the core's tables.
export declare function echo(text: string, fresh?: boolean): string;
export declare function nonce(): string;
export declare function panic(): never;
