// SPDX-License-Identifier: Apache-2.0
/** Refusals: one catalogue of codes and one exception that carries them. Nothing else is here. */
package org.grasslandcarbon.domain.error;
