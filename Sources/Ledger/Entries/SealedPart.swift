/// A payload part as it is stored: ciphertext, and the key of the ciphertext wrapped for each owner.
package struct SealedPart: Hashable, Sendable {
  /// A data key, wrapped under the key of one owner.
  package struct WrappedKey: Hashable, Sendable {
    /// The number of the owner's key in the key store.
    package var keyID: Int64

    /// The data key under AES Key Wrap (RFC 3394).
    package var bytes: [UInt8]
  }

  package var name: String
  package var subjects: [String]

  /// One for each subject, in their order; one for the centre when there are no subjects.
  package var wrappedKeys: [WrappedKey]

  /// AES-GCM nonce, ciphertext and tag.
  package var box: [UInt8]
}
