import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import "./catalogue.css";
import { useResource, type Resource } from "../api/resource";
import type { Benchmark, Group, Model, Pool, Price } from "../api/types";
import { link } from "../app/router";
import { count, exact, money } from "../parts/format";
import { Failure, Waiting } from "../parts/notice";

/** What this installation knows: benchmarks, models with their prices, the quota they share, and the groups. */
export function Catalogue() {
  const benchmarks = useResource<{ benchmarks: Benchmark[] }>("/benchmarks");
  const models = useResource<{ models: Model[] }>("/models");
  const pools = useResource<{ pools: Pool[] }>("/pools");
  const groups = useResource<{ groups: Group[] }>("/groups");
  useEffect(() => {
    document.title = "Catalogue · Assay";
  }, []);
  return (
    <div class="page catalogue">
      <div class="page-head">
        <h1>Catalogue</h1>
      </div>
      <Part title="Benchmarks" from={benchmarks} none="None is built in." count={benchmarks.data?.benchmarks.length}>
        <Benchmarks benchmarks={benchmarks.data?.benchmarks ?? []} />
      </Part>
      <Part title="Models" from={models} none="None is registered: name one in the platform file." count={models.data?.models.length}>
        <Models models={models.data?.models ?? []} />
      </Part>
      <div class="columns">
        <Part title="Pools" from={pools} none="No quota is known." count={pools.data?.pools.length}>
          <Pools pools={pools.data?.pools ?? []} />
        </Part>
        <Part title="Groups" from={groups} none="There is no group." count={groups.data?.groups.length}>
          <Groups groups={groups.data?.groups ?? []} />
        </Part>
      </div>
    </div>
  );
}

type PartProps = { title: string; from: Resource<unknown>; none: string; count?: number; children: ComponentChildren };

function Part({ title, from, none, count: n, children }: PartProps) {
  return (
    <section class="block">
      <h2>{title}</h2>
      {from.error && !from.data ? <Failure error={from.error} retry={from.reload} /> : null}
      {from.loading && !from.data ? <Waiting label={`Fetching ${title.toLowerCase()}`} rows={2} /> : null}
      {n === 0 ? <p class="quiet">{none}</p> : null}
      {n ? children : null}
    </section>
  );
}

function Benchmarks({ benchmarks }: { benchmarks: Benchmark[] }) {
  return (
    <ul class="cards">
      {benchmarks.map((benchmark) => (
        <li key={benchmark.name} class="panel">
          <h3>
            {benchmark.name} <small class="quiet">{benchmark.version}</small>
          </h3>
          <p class="quiet">{benchmark.description}</p>
          <p class="chips">
            {categoriesOf(benchmark).map((category) => (
              <span key={category} class="chip">
                {category}
              </span>
            ))}
          </p>
          <p class="card-foot">
            <span class="num">{count(benchmark.items)} items</span>
            <span class="grow" />
            <a class="button small" href={link(["new"], { benchmark: benchmark.name })}>
              Run it
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function categoriesOf({ categories }: Benchmark): string[] {
  if (Array.isArray(categories)) return categories;
  return Object.entries(categories ?? {}).map(([name, items]) => `${name} ${items}`);
}

function Models({ models }: { models: Model[] }) {
  return (
    <table class="grid">
      <caption class="sr">Prices are per million tokens</caption>
      <thead>
        <tr>
          <th>Model</th>
          <th class="num">Input, per million</th>
          <th class="num">Output</th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.name}>
            <td>
              <b>{model.name}</b>
              <small>
                connection {model.connection}
                {model.pool ? `, pool ${model.pool}` : ""}
                {model.providerModel && model.providerModel !== model.name ? `, asked as ${model.providerModel}` : ""}
              </small>
            </td>
            <td class="num">{perMillion(model.price, "inputPerMillion")}</td>
            <td class="num">{perMillion(model.price, "outputPerMillion")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function perMillion(price: Price | null | undefined, side: "inputPerMillion" | "outputPerMillion"): string {
  return price ? money({ currency: price.currency, amount: price[side] }) : "no price";
}

function Pools({ pools }: { pools: Pool[] }) {
  return (
    <ul class="lines">
      {pools.map((pool) => (
        <li key={pool.name ?? pool.id}>
          <b>{pool.name ?? pool.id}</b>
          <span class="quiet">
            {[
              pool.requestsPerMinute == null ? undefined : `${count(pool.requestsPerMinute)} requests/min`,
              pool.tokensPerMinute == null ? undefined : `${count(pool.tokensPerMinute)} tokens/min`,
              pool.concurrent == null ? undefined : `${count(pool.concurrent)} at once`,
            ]
              .filter(Boolean)
              .join(", ") || "no limit known"}
          </span>
          <small class="quiet">{pool.connections?.join(", ")}</small>
        </li>
      ))}
    </ul>
  );
}

function Groups({ groups }: { groups: Group[] }) {
  return (
    <ul class="lines">
      {groups.map((group) => (
        <li key={group.name}>
          <b>{group.name}</b>
          <span class="quiet">weight {group.weight}</span>
          <small title={exact(group.spend)}>
            spent {money(group.spend)}
            {group.budget ? ` of ${money(group.budget)}` : ", no budget"}
          </small>
          {group.budget && group.spend ? <Share spend={group.spend.amount} budget={group.budget.amount} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Share({ spend, budget }: { spend: string; budget: string }) {
  const share = Math.min(1, Number(spend) / (Number(budget) || 1));
  return (
    <span class="spend-bar" aria-hidden="true">
      <i class={share >= 1 ? "fill over" : "fill"} style={{ width: `${share * 100}%` }} />
    </span>
  );
}
