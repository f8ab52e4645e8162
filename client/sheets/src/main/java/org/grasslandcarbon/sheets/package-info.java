// SPDX-License-Identifier: Apache-2.0
/**
 * Monitoring data and samplings as CSV and XLSX: templates to fill in, and the reading of what was
 * filled in. The gateway and the command line share it, so that both say the same of the same file.
 * It knows the domain; it must not know the gateway, the client or the ledger.
 */
package org.grasslandcarbon.sheets;
