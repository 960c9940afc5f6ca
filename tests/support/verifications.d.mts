export type Verification = Readonly<{ nom: string; commande: string; args: readonly string[] }>;

export const verifications: readonly Verification[];
