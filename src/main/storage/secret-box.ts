/** Encryption by the OS vault, behind an async interface so that tests and Electron's coming async API both fit. */
export interface SecretBox {
  /** Backend as the OS names it (`keychain`, `dpapi`, `gnome_libsecret`, `kwallet6`, `basic_text`, …). */
  backend(): Promise<string>;
  /** False where the OS offers no vault at all. */
  available(): Promise<boolean>;
  /** @throws when the vault refuses. */
  encrypt(plain: string): Promise<Uint8Array>;
  /** @throws when the bytes were not made by this vault. */
  decrypt(sealed: Uint8Array): Promise<string>;
}
