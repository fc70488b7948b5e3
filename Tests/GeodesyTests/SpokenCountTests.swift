import Geodesy
import Testing

struct SpokenCountTests {
  @Test(arguments: [
    ("45", [45]), ("about forty five", [45]), ("forty five or 50", [45, 50]), ("une quarantaine", [40]),
    ("quatre-vingt-dix", [90]), ("vingt et un", [21]), ("deux douzaines", [24]), ("two dozen", [24]),
    ("30-40", [30, 40]),
    ("one hundred and five", [105]), ("trente, trois enfants", [33]), ("trente dont trois enfants", [30, 3]),
    ("40+", [40]), ("x40kids", [40]),
    ("oh many", []), ("", []), ("99999999999999999999", []), ("50 and 60", [50, 60]), ("fifty and sixty", [50, 60]),
    ("no idea, dozens", [12]),
  ])
  func readsWhatPeopleSay(text: String, numbers: [Int]) {
    #expect(SpokenCount.numbers(in: text) == numbers)
  }
}
