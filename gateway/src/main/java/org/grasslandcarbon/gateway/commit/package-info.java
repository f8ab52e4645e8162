// SPDX-License-Identifier: Apache-2.0
/**
 * Bringing the inbox to the ledger in groups and telling those who wait what came of it. It knows
 * how to fail and try again; what an instruction means it does not know.
 */
package org.grasslandcarbon.gateway.commit;
