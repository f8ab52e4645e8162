// SPDX-License-Identifier: Apache-2.0
/**
 * The data directory's file system: whether there is room on it, and the temporary files that are
 * kept there. It knows no request and no ledger.
 */
package org.grasslandcarbon.gateway.disk;
