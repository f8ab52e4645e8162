// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.Instant;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Something that became known and can move a price.
 *
 * @param at when everybody could know
 * @param id of the record
 * @param instrument whose price it can move
 * @param what it was
 */
record News(Instant at, String id, String instrument, Detail what) {}
