import Hummingbird
import Operations
import Rescue

extension Desk {
  /// What drift, searches and survival say of a boat, for the page of its incident.
  func outlook(_ boat: Boat, _ book: RescueBook, _ request: Request, _ context: DeskContext) async throws -> HTML {
    let (asKnown, moment) = try await asKnown(request)
    let asked = AskedBoat(
      boat: boat, book: book, weather: try await centre.weather(asKnown), moment: moment, now: moment ?? now())
    let drift = try await driftOrNot(asked)
    let pieces = pieces(context)
    let survival = SurvivalCard(pieces: pieces, boat: boat, weather: asked.weather, now: asked.now, moment: moment)
    let search = SearchCard(
      pieces: pieces, boat: boat, drift: try? drift.get(), longestSurvivalHours: survival.longestHours,
      survivalSentence: survival.sentence, now: asked.now, moment: moment)
    let card = DriftCard(pieces: pieces, boat: boat, drift: drift, now: asked.now, moment: moment)
    return "\(card.card)\(search.card)\(survival.card)"
  }
}
