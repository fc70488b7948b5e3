/// Why a Cursor on Target event was not decoded.
public enum CursorOnTargetRefusal: String, ReasonInWords, Error {
  /// Bytes that are no markup, such as the binary protocol of newer handhelds.
  case notMarkup
  /// A document type declaration, by which entities are defined that grow when they are read.
  case documentType
  /// A reference to an entity that is neither one of the five of XML nor a number.
  case unknownEntity
  /// Bytes that are no UTF-8, or characters that XML does not allow.
  case badCharacters
  /// A declared encoding other than UTF-8.
  case otherEncoding
  /// Elements within elements beyond the limit.
  case tooDeep
  /// More elements or attributes than the limit.
  case tooMany
  /// An event longer than the limit.
  case tooLong
  /// The markup is not well-formed.
  case notWellFormed
  /// The document is not an event of version 2.
  case notAnEvent
  /// An attribute is missing that every event has: uid, type, time, start, stale, or the point's place.
  case missingAttribute
  /// A time, a number or a position that cannot be.
  case badValue
  /// The input ended within an event.
  case unfinished

  /// The reason in words.
  public var words: String {
    switch self {
    case .notMarkup: "no markup"
    case .documentType: "a document type declaration (entities that grow are not read)"
    case .unknownEntity: "a reference to an entity that XML does not define"
    case .badCharacters: "no UTF-8, or characters that XML does not allow"
    case .otherEncoding: "a declared encoding other than UTF-8"
    case .tooDeep: "elements nested too deep"
    case .tooMany: "too many elements or attributes"
    case .tooLong: "longer than the limit"
    case .notWellFormed: "markup is not well-formed"
    case .notAnEvent: "not an event of version 2"
    case .missingAttribute: "an attribute is missing that every event has"
    case .badValue: "a time, number or position that cannot be"
    case .unfinished: "the input ended within an event"
    }
  }
}
