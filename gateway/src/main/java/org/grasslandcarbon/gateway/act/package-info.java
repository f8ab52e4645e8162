// SPDX-License-Identifier: Apache-2.0
/**
 * What happens on the ledger, as it is told to those who want to hear of it: which acts somebody
 * wants, and what an act is about. Who may see what is not decided here.
 */
package org.grasslandcarbon.gateway.act;
