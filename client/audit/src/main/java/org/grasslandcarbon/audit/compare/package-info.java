// SPDX-License-Identifier: Apache-2.0
/**
 * Holds what the blocks lead to against what others say: a peer's state, a gateway, certificates.
 */
package org.grasslandcarbon.audit.compare;
