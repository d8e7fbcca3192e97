# One image for every role. `--build-arg EXTRAS=` leaves out the engine, which only workers need;
# `EXTRAS=engine,reconstruction,lm,neural` adds what language models and neural makers need (several GB: docs/neural.md);
# `basis` (KTX2 as ETC1S and UASTC) is left to who builds: docs/decisions/0022-textures.md.
FROM python:3.11-slim AS build
ARG EXTRAS=engine,reconstruction
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY domain domain
COPY commands commands
COPY projections projections
COPY handlers handlers
COPY engine engine
COPY runtime runtime
COPY api api
RUN python -m venv /opt/meshwright \
 && /opt/meshwright/bin/pip install --no-cache-dir --disable-pip-version-check ".${EXTRAS:+[$EXTRAS]}"

FROM python:3.11-slim
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /data meshwright \
 && install --directory --owner meshwright --group meshwright --mode 0700 /data
COPY --from=build /opt/meshwright /opt/meshwright
ENV PATH=/opt/meshwright/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 MESHWRIGHT_DATA_DIR=/data
USER meshwright
WORKDIR /data
VOLUME /data
EXPOSE 8000
ENTRYPOINT ["meshwright"]
CMD ["up", "--host", "0.0.0.0"]
