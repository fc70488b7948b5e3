import Outlook

/// What the outlook says in codes, in the words of a language.
extension Strings {
  func words(_ remark: OutlookRemark) -> String {
    switch remark {
    case .fewPastOrigins(let day, let days, let origins):
      callAsFunction(
        "outlook.remark.fewPastOrigins", ["day": day.description, "days": "\(days)", "origins": "\(origins)"])
    case .weatherTakenAsKnown(let day):
      callAsFunction("outlook.remark.weatherTakenAsKnown", ["day": day.description])
    case .nothingEverCame(let day, let known):
      callAsFunction("outlook.remark.nothingEverCame", ["day": day.description, "known": "\(known)"])
    case .tooFewForASeason(let day, let known):
      callAsFunction("outlook.remark.tooFewForASeason", ["day": day.description, "known": "\(known)"])
    case .lessThanTwoYears(let day, let known):
      callAsFunction("outlook.remark.lessThanTwoYears", ["day": day.description, "known": "\(known)"])
    case .nothingToWatch(let learned, let periods):
      callAsFunction("outlook.remark.nothingToWatch", ["learned": "\(learned)", "periods": "\(periods)"])
    case .seasonHardlyKnown(let periods):
      callAsFunction("outlook.remark.seasonHardlyKnown", ["periods": "\(periods)"])
    case .thresholdRaised(let day):
      callAsFunction("outlook.remark.thresholdRaised", ["day": day.description])
    }
  }

  func words(_ witness: AlarmWitness) -> String { self["outlook.witness.\(witness.rawValue)"] }

  /// The cover and the notes of a publication.
  var publicationWording: Publication.Wording {
    Publication.Wording(notes: self["publication.notes"], cover: { words($0) }, note: { words($0) })
  }

  private func words(_ line: Publication.CoverLine) -> String {
    switch line {
    case .title(let title): title
    case .published(let publisher, let day):
      callAsFunction("publication.published", ["publisher": publisher, "day": day.description])
    case .nextRelease(.some(let day)): callAsFunction("publication.nextRelease", ["day": day.description])
    case .nextRelease(nil): self["publication.nextRelease.unknown"]
    case .revisions(let policy): callAsFunction("publication.revisions", ["policy": policy])
    case .seenBefore(let access):
      callAsFunction(
        "publication.seenBefore",
        ["hours": "\(access.hoursBefore)", "office": access.office, "reason": access.reason])
    case .seenByNobody: self["publication.seenByNobody"]
    }
  }

  private func words(_ note: Publication.Note) -> String {
    switch note {
    case .words(let words): words
    case .suppressed(.hidden(let most)): callAsFunction("publication.hidden", ["most": "\(most)"])
    case .suppressed(.rounded(let multiple)): callAsFunction("publication.rounded", ["multiple": "\(multiple)"])
    case .marks: self["publication.marks"]
    }
  }
}
