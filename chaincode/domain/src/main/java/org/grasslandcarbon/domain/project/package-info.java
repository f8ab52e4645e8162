// SPDX-License-Identifier: Apache-2.0
/**
 * Projects: from the published design document over validation to registration and its end (LEDGER
 * section 3). It knows methodologies, land and certifiers; nothing of monitoring or credits.
 */
package org.grasslandcarbon.domain.project;
