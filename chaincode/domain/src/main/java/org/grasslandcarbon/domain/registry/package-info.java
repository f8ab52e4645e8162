// SPDX-License-Identifier: Apache-2.0
/**
 * The registry as a whole: the catalogue of actions and record types, and the judge that puts a
 * batch of signed instructions through the common checks and their rules.
 */
package org.grasslandcarbon.domain.registry;
