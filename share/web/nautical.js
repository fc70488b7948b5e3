// Distances, bearings and how a mariner writes them. The sphere is good to half a per cent here, and says so nowhere
// because the chart is not for navigation.

const EARTH_RADIUS_NAUTICAL_MILES = 3440.065;
const radians = (degrees) => (degrees * Math.PI) / 180;
const degrees = (angle) => (angle * 180) / Math.PI;

export const METRES_PER_NAUTICAL_MILE = 1852;

// Great-circle distance in nautical miles between {lat, lon} and {lat, lon}, by the haversine formula.
export function distanceNauticalMiles(from, to) {
  const halfLatitude = Math.sin(radians(to.lat - from.lat) / 2);
  const halfLongitude = Math.sin(radians(to.lon - from.lon) / 2);
  const narrowing = Math.cos(radians(from.lat)) * Math.cos(radians(to.lat));
  const squared = halfLatitude * halfLatitude + narrowing * halfLongitude * halfLongitude;
  return 2 * EARTH_RADIUS_NAUTICAL_MILES * Math.asin(Math.min(1, Math.sqrt(squared)));
}

// Initial bearing in degrees true, 0 to 360.
export function bearingDegrees(from, to) {
  const east = radians(to.lon - from.lon);
  const y = Math.sin(east) * Math.cos(radians(to.lat));
  const x =
    Math.cos(radians(from.lat)) * Math.sin(radians(to.lat)) -
    Math.sin(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.cos(east);
  return (degrees(Math.atan2(y, x)) + 360) % 360;
}

// Where one is after `distance` nautical miles on `bearing` degrees true.
export function destination(from, bearing, distance) {
  const angle = distance / EARTH_RADIUS_NAUTICAL_MILES;
  const latitude = radians(from.lat);
  const sine = Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(radians(bearing));
  const y = Math.sin(radians(bearing)) * Math.sin(angle) * Math.cos(latitude);
  const x = Math.cos(angle) - Math.sin(latitude) * sine;
  return { lat: degrees(Math.asin(sine)), lon: wrapLongitude(from.lon + degrees(Math.atan2(y, x))) };
}

export function wrapLongitude(longitude) {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

// "51°07.123′N 001°20.456′E". Rounded in one piece, so that 59.9996 minutes become the next degree.
export function positionText(position, digits = 3) {
  const longitude = wrapLongitude(position.lon);
  return `${angleText(position.lat, 2, digits, "N", "S")} ${angleText(longitude, 3, digits, "E", "W")}`;
}

export function angleText(value, degreeWidth, digits, positive, negative) {
  const scale = 60 * 10 ** digits;
  const total = Math.round(Math.abs(value) * scale);
  const whole = Math.floor(total / scale);
  const minutes = ((total - whole * scale) / 10 ** digits).toFixed(digits);
  const width = digits > 0 ? digits + 3 : 2;
  const hemisphere = value < 0 && total > 0 ? negative : positive;
  return `${String(whole).padStart(degreeWidth, "0")}°${minutes.padStart(width, "0")}′${hemisphere}`;
}

export function bearingText(bearing) {
  return `${String(Math.round(bearing) % 360).padStart(3, "0")}°`;
}

// Web Mercator, 0 to 1 from the north-west corner, as the map counts.
export function mercator(lon, lat) {
  const sine = Math.min(0.9999, Math.max(-0.9999, Math.sin(radians(lat))));
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}
