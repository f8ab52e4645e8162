// SPDX-License-Identifier: Apache-2.0
/**
 * What waits for somebody, and how long stages take, read from the projection by what the views'
 * duties and stages declare. It decides nothing: the ledger's rules do.
 */
package org.grasslandcarbon.gateway.work;
