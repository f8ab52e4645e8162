// SPDX-License-Identifier: Apache-2.0
/**
 * A case for each mechanism that coordination between regions serves: what is read changes by the
 * amount computed by hand when an instruction changes what it is read from. It must not know on
 * what kind of ledger it is played.
 */
package org.grasslandcarbon.network.conformance.coordination;
