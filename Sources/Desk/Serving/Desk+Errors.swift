import Ledger
import Operations

extension DeskError {
  /// What the desk says of a refusal or failure of the operations.
  init(_ error: OperationsError) {
    switch error.code {
    case .refused, .scopeMissing: self.init(.refused)
    case .signedOut, .tokenRefused: self.init(.signedOut)
    case .notFound: self.init(.notFound)
    case .conflict: self.init(.conflict)
    case .counted: self.init(.counted, error.retryAt?.plainText ?? "")
    case .busy: self.init(.tooMany)
    default: self.init(.invalid, error.message)
    }
  }

  /// What the desk says of a refusal or failure of the ledger.
  init(_ error: LedgerError) {
    switch error.code {
    case .conflict: self.init(.conflict)
    case .limit: self.init(.tooLarge)
    case .diskFull: self.init(.full)
    case .notFound, .erased: self.init(.notFound)
    case .invalid: self.init(.invalid, error.message)
    default: self.init(.internalFault)
    }
  }
}
