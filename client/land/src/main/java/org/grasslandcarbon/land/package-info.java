// SPDX-License-Identifier: Apache-2.0
/**
 * Boundaries as people have them: GeoJSON, KML and zipped shapefiles, in degrees or in metres, read
 * strictly and brought to what the registry stores, with everything that was changed on the way
 * told. It knows the domain; it must not know the gateway, the client or the ledger.
 */
package org.grasslandcarbon.land;
