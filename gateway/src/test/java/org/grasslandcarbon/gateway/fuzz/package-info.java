// SPDX-License-Identifier: Apache-2.0
/**
 * Asks a running gateway at random what its own description says that it takes, and what it does
 * not, and holds every answer against the description. It knows no controller: what is described
 * tomorrow is asked tomorrow.
 */
package org.grasslandcarbon.gateway.fuzz;
