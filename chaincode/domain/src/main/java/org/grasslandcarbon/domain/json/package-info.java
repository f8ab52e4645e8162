// SPDX-License-Identifier: Apache-2.0
/**
 * One JSON for everything the registry reads and writes: strict when reading, canonical when
 * writing. It knows no record of the registry; it must not have a second way to write anything.
 */
package org.grasslandcarbon.domain.json;
