// The two GeoJSON features that the page draws itself.

export const pointFeature = (coordinates, properties = {}) => ({
  type: "Feature", properties, geometry: { type: "Point", coordinates },
});

export const lineFeature = (coordinates) => ({
  type: "Feature", properties: {}, geometry: { type: "LineString", coordinates },
});
