// SPDX-License-Identifier: Apache-2.0
/**
 * Projects: from the published design document over validation to registration and its end (LEDGER
 * section 3). It knows methodologies, land and certifiers, and of monitoring and credits no more
 * than what they leave to the land: the days that were credited, and losses that are not made good.
 */
package org.grasslandcarbon.domain.project;
