// SPDX-License-Identifier: Apache-2.0
/** What the domain's tests share: a ledger in a map, signers, and participants to begin with. */
package org.grasslandcarbon.domain.testing;
