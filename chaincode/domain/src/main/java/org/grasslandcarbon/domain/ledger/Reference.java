// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import org.grasslandcarbon.domain.json.Most;

/**
 * A record that an instruction created or changed, for the person who sent it.
 *
 * @param id as the API and the command line name it
 * @param type e.g. {@code project}, {@code batch}, {@code retirement}
 */
public record Reference(@Most(100) String id, @Most(40) String type) {}
