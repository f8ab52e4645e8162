// SPDX-License-Identifier: Apache-2.0
/**
 * Land: boundaries of projects as polygons, whether they are valid, their area, and whether two
 * share land. Coordinates are whole numbers of 1e-7 degree and decisions about them are exact; only
 * the area is computed in floating point, with {@code StrictMath}, so that every endorser computes
 * the same. It knows nothing of projects.
 */
package org.grasslandcarbon.domain.land;
