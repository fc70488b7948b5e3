/// Text description: area code 1, functions 29 to all and 30 to one (IMO SN.1/Circ.289).
public struct TextDescription: Hashable, Sendable {
  let payload: AISPayload
  let dataStart: Int

  /// Links the text to the message that it belongs to.
  public var linkage: Int { payload.unsigned(dataStart, 10) }
  /// The text.
  public var text: AISText { payload.text(from: dataStart + 10) }
}
