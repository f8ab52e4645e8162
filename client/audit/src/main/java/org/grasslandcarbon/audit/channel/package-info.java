// SPDX-License-Identifier: Apache-2.0
/**
 * The channel as its configuration blocks describe it: who belongs to it, which signatures satisfy
 * which policy, who orders, and how a configuration may follow another. As Fabric's specification
 * has it; nothing here knows a ledger's state.
 */
package org.grasslandcarbon.audit.channel;
