// SPDX-License-Identifier: Apache-2.0
/** The gateway as an application: its settings, its parts put together, its start and failures. */
package org.grasslandcarbon.gateway;
